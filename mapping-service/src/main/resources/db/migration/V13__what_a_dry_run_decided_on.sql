-- SHA-256, in Base64, of what a dry run decided on: tenant, technicians and mappings of the desk. Null
-- for others.
alter table auto_map_run add column decided_on text check (char_length(decided_on) = 44);
