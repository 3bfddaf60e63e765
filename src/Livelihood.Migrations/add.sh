#!/usr/bin/env bash
# Adds a migration for both databases: bash src/Livelihood.Migrations/add.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:?usage: add.sh MigrationName}
dotnet tool restore >/dev/null
dotnet build -v q --nologo src/Livelihood.Migrations.Design
for database in Sqlite:SqlitePortalContext PostgreSql:PostgresPortalContext; do
  dotnet ef migrations add "$name" --no-build \
    --project src/Livelihood.Migrations --startup-project src/Livelihood.Migrations.Design \
    --context "${database#*:}" --output-dir "${database%:*}"
done
