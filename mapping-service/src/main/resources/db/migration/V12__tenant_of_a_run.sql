-- The tenant that a run read; null until it has ended.
alter table auto_map_run add column microsoft_tenant_id uuid;
