-- A key may have the scope ask, alone or with others. Keys keep the scopes that they have.
alter table api_key
    drop constraint api_key_scopes_check,
    add constraint api_key_scopes_check check (scopes <@ array ['read', 'write', 'ask']);
