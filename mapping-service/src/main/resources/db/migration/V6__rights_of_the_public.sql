-- A login has no rights in this database but those of the role that it was granted.
do $$
begin
    execute format('revoke create, temporary on database %I from public', current_database());
    revoke create on schema public from public;
exception
    when insufficient_privilege then
        raise warning 'Only the owner of the database and of the schema public can take rights from PUBLIC';
end
$$;

-- Where pg_temp is not named, it comes first: a temporary type of the caller's would stand for one of
-- pg_catalog. The functions name the schema of each table themselves.
set role teams_availability_functions;
alter function desk_of_api_key(bytea) set search_path = pg_catalog, pg_temp;
alter function desk_of_consent_request(bytea) set search_path = pg_catalog, pg_temp;
alter function marks_due(timestamptz, int, text[]) set search_path = pg_catalog, pg_temp;
reset role;
