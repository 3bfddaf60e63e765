using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegisterIndexesSubscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_EndedOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_ReceivedOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_State_DueOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_EndedOn_AgencyId_Outcome_ServedOn_DueOn_TookWorkingDays",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ReceivedOn_AgencyId_State_DueOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_person_keys_Hash",
                table: "disclosure_person_keys");

            migrationBuilder.CreateTable(
                name: "disclosure_due_subscriptions",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OfAgencies = table.Column<bool>(type: "INTEGER", nullable: false),
                    MadeUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    LastReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_due_subscriptions", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_disclosure_due_subscriptions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_EndedOn_Number",
                table: "disclosure_requests",
                columns: new[] { "EndedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ReceivedOn",
                table: "disclosure_requests",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_complaints",
                table: "disclosure_requests",
                columns: new[] { "Standing", "DueOn", "SubmittedUtc", "Number" },
                filter: "\"OpenComplaints\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_complaints_of_agency",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "Standing", "DueOn", "SubmittedUtc", "Number" },
                filter: "\"OpenComplaints\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ended",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "EndedOn", "Matter", "Outcome", "ServedOn", "DueOn", "TookWorkingDays", "ReceivedOn", "RequesterKind" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_fees",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "FeeNoticedOn", "FeePaidOn" },
                filter: "\"FeeNoticedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_open",
                table: "disclosure_requests",
                columns: new[] { "EndedOn", "AgencyId", "State", "DueOn", "AssignedTo", "AwaitsDecision", "WaitsUntil" },
                filter: "\"EndedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_received",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "ReceivedOn", "Matter", "State", "DueOn", "EndedOn", "RequesterKind" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_person_keys_Hash_RequestId",
                table: "disclosure_person_keys",
                columns: new[] { "Hash", "RequestId" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_due_subscriptions_Hash",
                table: "disclosure_due_subscriptions",
                column: "Hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_due_subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_EndedOn_Number",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ReceivedOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_complaints",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_complaints_of_agency",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ended",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_fees",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_open",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_received",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_person_keys_Hash_RequestId",
                table: "disclosure_person_keys");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_EndedOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_ReceivedOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_State_DueOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_EndedOn_AgencyId_Outcome_ServedOn_DueOn_TookWorkingDays",
                table: "disclosure_requests",
                columns: new[] { "EndedOn", "AgencyId", "Outcome", "ServedOn", "DueOn", "TookWorkingDays" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ReceivedOn_AgencyId_State_DueOn",
                table: "disclosure_requests",
                columns: new[] { "ReceivedOn", "AgencyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_person_keys_Hash",
                table: "disclosure_person_keys",
                column: "Hash");
        }
    }
}
