-- The open steps of consent flows end with the connection of their desk, and when it is started or
-- moves to another cloud. They have no foreign key to it: a flow may open before there is a
-- connection. A link ends none of them here, because its own step stays to show the result.
create function end_consent_requests() returns trigger
    language plpgsql as
$$
begin
    delete from consent_request
    where service_desk_id = coalesce(new.service_desk_id, old.service_desk_id);
    return null;
end
$$;

create trigger end_consent_requests_of_ended after delete on connection
    for each row execute function end_consent_requests();
create trigger end_consent_requests_of_started after insert on connection
    for each row when (new.microsoft_tenant_id is null)
    execute function end_consent_requests();
create trigger end_consent_requests_of_other_cloud after update of cloud on connection
    for each row when (new.microsoft_tenant_id is null and old.cloud is distinct from new.cloud)
    execute function end_consent_requests();
