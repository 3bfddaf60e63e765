using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PapersCalendarOfficeData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Matter",
                table: "disclosure_requests",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Information");

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "disclosure_requests",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "CASE WHEN \"EndedOn\" IS NOT NULL THEN 2 WHEN \"State\" = 'Unconfirmed' THEN 0 ELSE 1 END",
                stored: false);

            // A new key cannot be given to a table that SQLite has already: the table is made anew and takes over its rows.
            migrationBuilder.RenameTable(
                name: "disclosure_reminders",
                newName: "disclosure_reminders_before");

            migrationBuilder.CreateTable(
                name: "disclosure_reminders",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, defaultValue: "Reply"),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, defaultValue: ""),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Mark = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_reminders", x => new { x.RequestId, x.Kind, x.Reference, x.DueOn, x.Mark, x.AccountId });
                    table.ForeignKey(
                        name: "FK_disclosure_reminders_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "disclosure_reminders" ("RequestId", "Kind", "Reference", "DueOn", "Mark", "AccountId", "SentUtc")
                SELECT "RequestId", 'Reply', '', "DueOn", "Mark", "AccountId", "SentUtc" FROM "disclosure_reminders_before";
                """);

            migrationBuilder.DropTable(
                name: "disclosure_reminders_before");

            migrationBuilder.CreateTable(
                name: "citizen_passkeys",
                columns: table => new
                {
                    CredentialHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Credential = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_passkeys", x => x.CredentialHash);
                    table.ForeignKey(
                        name: "FK_citizen_passkeys_citizen_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "citizen_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_channels",
                columns: table => new
                {
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TakesInternet = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesFax = table.Column<bool>(type: "INTEGER", nullable: false),
                    FaxNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_channels", x => new { x.AgencyId, x.Version });
                    table.ForeignKey(
                        name: "FK_disclosure_channels_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_erasures",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_erasures", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_disclosure_erasures_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_event_parties",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Protected = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_event_parties", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_disclosure_event_parties_disclosure_request_events_RequestId_Sequence",
                        columns: x => new { x.RequestId, x.Sequence },
                        principalTable: "disclosure_request_events",
                        principalColumns: new[] { "RequestId", "Sequence" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_fee_standards",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Standard = table.Column<string>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_fee_standards", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_keeping_rules",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_keeping_rules", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_likeness_keys",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Band = table.Column<int>(type: "INTEGER", nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_likeness_keys", x => new { x.RequestId, x.Band });
                    table.ForeignKey(
                        name: "FK_disclosure_likeness_keys_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_limits",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CalendarVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_limits", x => new { x.RequestId, x.Kind, x.Reference });
                    table.ForeignKey(
                        name: "FK_disclosure_limits_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_paper_contents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_paper_contents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_person_keys",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_person_keys", x => new { x.RequestId, x.Kind });
                    table.ForeignKey(
                        name: "FK_disclosure_person_keys_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seal = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_papers_disclosure_paper_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "disclosure_paper_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_papers_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_waiting_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_waiting_papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_waiting_papers_disclosure_paper_contents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "disclosure_paper_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_Standing_DueOn_SubmittedUtc_Number",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "Standing", "DueOn", "SubmittedUtc", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_Standing_DueOn_SubmittedUtc_Number",
                table: "disclosure_requests",
                columns: new[] { "Standing", "DueOn", "SubmittedUtc", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_State_EndedOn",
                table: "disclosure_requests",
                columns: new[] { "State", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_reminders_SentUtc",
                table: "disclosure_reminders",
                column: "SentUtc");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_Action_Sequence",
                table: "audit_entries",
                columns: new[] { "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_passkeys_AccountId",
                table: "citizen_passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_likeness_keys_AgencyId_Value_RequestId",
                table: "disclosure_likeness_keys",
                columns: new[] { "AgencyId", "Value", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_limits_AgencyId_DueOn",
                table: "disclosure_limits",
                columns: new[] { "AgencyId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_limits_DueOn",
                table: "disclosure_limits",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_papers_ContentId",
                table: "disclosure_papers",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_papers_RequestId_AddedUtc",
                table: "disclosure_papers",
                columns: new[] { "RequestId", "AddedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_person_keys_Hash",
                table: "disclosure_person_keys",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_waiting_papers_ContentId",
                table: "disclosure_waiting_papers",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_waiting_papers_Form",
                table: "disclosure_waiting_papers",
                column: "Form");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_waiting_papers_KeptUtc",
                table: "disclosure_waiting_papers",
                column: "KeptUtc");

            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_fee_standards");
            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_channels");
            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_keeping_rules");
            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_erasures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "citizen_passkeys");

            migrationBuilder.DropTable(
                name: "disclosure_channels");

            migrationBuilder.DropTable(
                name: "disclosure_erasures");

            migrationBuilder.DropTable(
                name: "disclosure_event_parties");

            migrationBuilder.DropTable(
                name: "disclosure_fee_standards");

            migrationBuilder.DropTable(
                name: "disclosure_keeping_rules");

            migrationBuilder.DropTable(
                name: "disclosure_likeness_keys");

            migrationBuilder.DropTable(
                name: "disclosure_limits");

            migrationBuilder.DropTable(
                name: "disclosure_papers");

            migrationBuilder.DropTable(
                name: "disclosure_person_keys");

            migrationBuilder.DropTable(
                name: "disclosure_waiting_papers");

            migrationBuilder.DropTable(
                name: "disclosure_paper_contents");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_Standing_DueOn_SubmittedUtc_Number",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_Standing_DueOn_SubmittedUtc_Number",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_State_EndedOn",
                table: "disclosure_requests");

            migrationBuilder.DropPrimaryKey(
                name: "PK_disclosure_reminders",
                table: "disclosure_reminders");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_reminders_SentUtc",
                table: "disclosure_reminders");

            migrationBuilder.DropIndex(
                name: "IX_audit_entries_Action_Sequence",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "Matter",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "disclosure_reminders");

            migrationBuilder.DropColumn(
                name: "Reference",
                table: "disclosure_reminders");

            migrationBuilder.DropColumn(
                name: "MailId",
                table: "disclosure_reminders");

            migrationBuilder.DropColumn(
                name: "Who",
                table: "disclosure_reminders");

            migrationBuilder.AddPrimaryKey(
                name: "PK_disclosure_reminders",
                table: "disclosure_reminders",
                columns: new[] { "RequestId", "DueOn", "Mark", "AccountId" });
        }
    }
}
