alter table inventory.reservation add column held_for_entity text;

alter table inventory.reservation add column held_for_id text;

alter table inventory.reservation add constraint reservation_held_for_entity_check check (char_length(held_for_entity) <= 64);

alter table inventory.reservation add constraint reservation_held_for_id_check check (char_length(held_for_id) <= 36);

create index reservation_held_for_id_idx on inventory.reservation (company_id, held_for_id);
