alter table finance.account drop constraint account_role_check;

alter table finance.account add constraint account_role_check check (role in ('cash', 'card', 'other_tender', 'receivable', 'stock', 'payable', 'output_tax', 'input_tax', 'customer_deposits', 'equity', 'opening_balance', 'retained_earnings', 'revenue', 'other_revenue', 'cost_of_goods', 'stock_loss', 'stock_gain', 'own_use', 'count_difference', 'over_short', 'till_clearing', 'output_igst', 'output_cgst', 'output_sgst', 'output_utgst', 'output_cess', 'gift_card_liability', 'store_credit_liability', 'points_liability', 'points_revenue', 'breakage', 'goodwill'));

alter table finance.journal_entry drop constraint journal_entry_kind_check;

alter table finance.journal_entry add constraint journal_entry_kind_check check (kind in ('sale', 'return', 'adjustment', 'till', 'invoice', 'payment', 'stored_value', 'opening', 'manual', 'reversal'));
