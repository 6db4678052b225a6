alter table crm.customer add column gstin text;

alter table crm.customer add column gst_kind text;

alter table crm.customer add column gst_state text;

alter table crm.customer add constraint customer_gstin_check check (char_length(gstin) <= 15);

alter table crm.customer add constraint customer_gst_kind_check check (gst_kind in ('unregistered', 'regular', 'composition', 'sez', 'uin'));

alter table crm.customer add constraint customer_gst_state_check check (gst_state in ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '97', '96'));
