#!/bin/sh
# Run once by the image of PostgreSQL, on an empty volume: the bot owns its database and nothing else.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --set=password="$BOT_DATABASE_PASSWORD" <<'SQL'
create role bot login password :'password' nosuperuser nocreatedb nocreaterole;
create database bot owner bot;
revoke connect on database bot from public;
SQL
