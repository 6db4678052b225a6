alter table catalog.product add column tracking text not null default 'none';

alter table catalog.product add constraint product_tracking_check check (tracking in ('none', 'batch', 'serial'));

alter table catalog.product add constraint product_tracked_check check (stocked or tracking = 'none');
