#!/usr/bin/env bash
# The two databases, and who may do what there. Run by the image of PostgreSQL as superuser, once.
set -euo pipefail
psql --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set service_password="$DATABASE_PASSWORD" \
  --set migration_password="$DATABASE_MIGRATION_PASSWORD" \
  --set registry_password="$REGISTRY_DATABASE_PASSWORD" <<'SQL'
-- Who migrates owns the tables; the service only takes the role that sees the rows of one desk. Both roles are
-- made here, so that nobody who logs in may create roles.
create role teams_availability_service nologin;
create role teams_availability_functions nologin;
create role mapping_migration login password :'migration_password';
create role mapping_service login password :'service_password';
grant teams_availability_service, teams_availability_functions to mapping_migration with admin option;
grant teams_availability_service to mapping_service with inherit false;
create database teams_availability owner mapping_migration;
revoke all on database teams_availability from public;
grant connect on database teams_availability to mapping_service;

-- The registry makes its own tables
create role registry login password :'registry_password';
create database registry owner registry;
revoke all on database registry from public;
SQL
