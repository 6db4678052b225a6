alter table sales.sale add column gst jsonb;

alter table sales.sale_line add column gst jsonb;

alter table sales.credit_note add column gst jsonb;

alter table sales.credit_note_line add column gst jsonb;
