using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PapersCalendarOfficeData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_disclosure_reminders",
                table: "disclosure_reminders");

            migrationBuilder.AddColumn<string>(
                name: "Matter",
                table: "disclosure_requests",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Information");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "disclosure_reminders",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Reply");

            migrationBuilder.AddColumn<string>(
                name: "Reference",
                table: "disclosure_reminders",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "MailId",
                table: "disclosure_reminders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Who",
                table: "disclosure_reminders",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "disclosure_requests",
                type: "integer",
                nullable: false,
                computedColumnSql: "CASE WHEN \"EndedOn\" IS NOT NULL THEN 2 WHEN \"State\" = 'Unconfirmed' THEN 0 ELSE 1 END",
                stored: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_disclosure_reminders",
                table: "disclosure_reminders",
                columns: new[] { "RequestId", "Kind", "Reference", "DueOn", "Mark", "AccountId" });

            migrationBuilder.CreateTable(
                name: "citizen_passkeys",
                columns: table => new
                {
                    CredentialHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Credential = table.Column<string>(type: "text", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UsedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    AgencyId = table.Column<string>(type: "character varying(32)", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TakesInternet = table.Column<bool>(type: "boolean", nullable: false),
                    TakesFax = table.Column<bool>(type: "boolean", nullable: false),
                    FaxNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Hours = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SavedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
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
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    RuleVersion = table.Column<int>(type: "integer", nullable: false)
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
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Protected = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_event_parties", x => new { x.RequestId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_disclosure_event_parties_disclosure_request_events_RequestI~",
                        columns: x => new { x.RequestId, x.Sequence },
                        principalTable: "disclosure_request_events",
                        principalColumns: new[] { "RequestId", "Sequence" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_fee_standards",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Standard = table.Column<string>(type: "text", nullable: false),
                    SavedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_fee_standards", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_keeping_rules",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SavedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_keeping_rules", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_likeness_keys",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Band = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
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
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AgencyId = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CalendarVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_paper_contents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_person_keys",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seal = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Of = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    AddedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    KeptUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_waiting_papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_waiting_papers_disclosure_paper_contents_Content~",
                        column: x => x.ContentId,
                        principalTable: "disclosure_paper_contents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_Standing_DueOn_SubmittedUtc_Nu~",
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

            AppendOnly.GuardPostgreSql(migrationBuilder, "disclosure_fee_standards");
            AppendOnly.GuardPostgreSql(migrationBuilder, "disclosure_channels");
            AppendOnly.GuardPostgreSql(migrationBuilder, "disclosure_keeping_rules");
            AppendOnly.GuardPostgreSql(migrationBuilder, "disclosure_erasures");
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
                name: "IX_disclosure_requests_AgencyId_Standing_DueOn_SubmittedUtc_Nu~",
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
