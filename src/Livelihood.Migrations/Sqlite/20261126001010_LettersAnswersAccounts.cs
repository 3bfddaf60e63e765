using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LettersAnswersAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ServedOn",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TookWorkingDays",
                table: "disclosure_requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "citizen_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedInUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    TotpKey = table.Column<string>(type: "TEXT", nullable: true),
                    TotpStep = table.Column<long>(type: "INTEGER", nullable: true),
                    RecoveryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    WrongTries = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedUntilUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "citizen_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    KeptUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_letter_wordings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_letter_wordings", x => new { x.Key, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "disclosure_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TemplateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_letters_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_letters_disclosure_letters_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "disclosure_letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_letters_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_public_answers",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    DraftedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ApprovedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_public_answers", x => x.RequestId);
                    table.ForeignKey(
                        name: "FK_disclosure_public_answers_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_redacted_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false),
                    Pdf = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IsGiven = table.Column<bool>(type: "INTEGER", nullable: false),
                    MadeUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_redacted_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_redacted_files_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "citizen_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_codes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_citizen_codes_citizen_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "citizen_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citizen_logins",
                columns: table => new
                {
                    SubjectHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BoundUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_logins", x => x.SubjectHash);
                    table.ForeignKey(
                        name: "FK_citizen_logins_citizen_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "citizen_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "citizen_requests",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_citizen_requests", x => new { x.AccountId, x.RequestId });
                    table.ForeignKey(
                        name: "FK_citizen_requests_citizen_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "citizen_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_citizen_requests_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_letter_texts",
                columns: table => new
                {
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Protected = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_letter_texts", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_disclosure_letter_texts_disclosure_letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "disclosure_letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_EndedOn_AgencyId_Outcome_ServedOn_DueOn_TookWorkingDays",
                table: "disclosure_requests",
                columns: new[] { "EndedOn", "AgencyId", "Outcome", "ServedOn", "DueOn", "TookWorkingDays" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ReceivedOn_AgencyId_State_DueOn",
                table: "disclosure_requests",
                columns: new[] { "ReceivedOn", "AgencyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_accounts_AddressHash",
                table: "citizen_accounts",
                column: "AddressHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_citizen_codes_AccountId",
                table: "citizen_codes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_codes_AddressHash_CreatedUtc",
                table: "citizen_codes",
                columns: new[] { "AddressHash", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_codes_CreatedUtc",
                table: "citizen_codes",
                column: "CreatedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_drafts_KeptUtc",
                table: "citizen_drafts",
                column: "KeptUtc");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_logins_AccountId",
                table: "citizen_logins",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_citizen_requests_AccountId_AddedUtc",
                table: "citizen_requests",
                columns: new[] { "AccountId", "AddedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_citizen_requests_RequestId",
                table: "citizen_requests",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_letter_wordings_Key_EffectiveOn",
                table: "disclosure_letter_wordings",
                columns: new[] { "Key", "EffectiveOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_letters_AgencyId_Number",
                table: "disclosure_letters",
                columns: new[] { "AgencyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_letters_ReplacesId",
                table: "disclosure_letters",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_letters_RequestId_Sequence",
                table: "disclosure_letters",
                columns: new[] { "RequestId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_public_answers_ItemId",
                table: "disclosure_public_answers",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_redacted_files_RequestId_MadeUtc",
                table: "disclosure_redacted_files",
                columns: new[] { "RequestId", "MadeUtc" });

            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_letters");
            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_letter_wordings");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "citizen_codes");

            migrationBuilder.DropTable(
                name: "citizen_drafts");

            migrationBuilder.DropTable(
                name: "citizen_logins");

            migrationBuilder.DropTable(
                name: "citizen_requests");

            migrationBuilder.DropTable(
                name: "disclosure_letter_texts");

            migrationBuilder.DropTable(
                name: "disclosure_letter_wordings");

            migrationBuilder.DropTable(
                name: "disclosure_public_answers");

            migrationBuilder.DropTable(
                name: "disclosure_redacted_files");

            migrationBuilder.DropTable(
                name: "citizen_accounts");

            migrationBuilder.DropTable(
                name: "disclosure_letters");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_EndedOn_AgencyId_Outcome_ServedOn_DueOn_TookWorkingDays",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ReceivedOn_AgencyId_State_DueOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "ServedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "TookWorkingDays",
                table: "disclosure_requests");
        }
    }
}
