using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OriginalsWithheldMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "WithoutNews",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "disclosure_review_times",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_review_times", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_withheld",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishableUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_withheld", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_withheld_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_withheld_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_withheld_disclosure_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "disclosure_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_withheld_events",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_withheld_events", x => new { x.EntryId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_disclosure_withheld_events_disclosure_withheld_EntryId",
                        column: x => x.EntryId,
                        principalTable: "disclosure_withheld",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_Outcome_EndedOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "Outcome", "EndedOn" },
                filter: "\"Outcome\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_AgencyId_Standing_Id",
                table: "disclosure_withheld",
                columns: new[] { "AgencyId", "Standing", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_ItemId",
                table: "disclosure_withheld",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_RequestId",
                table: "disclosure_withheld",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_Standing_Id",
                table: "disclosure_withheld",
                columns: new[] { "Standing", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_due",
                table: "disclosure_withheld",
                columns: new[] { "DueOn", "Id" },
                filter: "\"DueOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_due_of_agency",
                table: "disclosure_withheld",
                columns: new[] { "AgencyId", "DueOn", "Id" },
                filter: "\"DueOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_proposed",
                table: "disclosure_withheld",
                columns: new[] { "AgencyId", "ProposedUtc" },
                filter: "\"ProposedUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_withheld_publishable",
                table: "disclosure_withheld",
                columns: new[] { "AgencyId", "PublishableUtc" },
                filter: "\"PublishableUtc\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_review_times");

            migrationBuilder.DropTable(
                name: "disclosure_withheld_events");

            migrationBuilder.DropTable(
                name: "disclosure_withheld");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_Outcome_EndedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "WithoutNews",
                table: "accounts");
        }
    }
}
