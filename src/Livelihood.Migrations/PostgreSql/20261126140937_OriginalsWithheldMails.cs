using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "disclosure_review_times",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SavedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_review_times", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_withheld",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<string>(type: "character varying(32)", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Ground = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    Origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Standing = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishableUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
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
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Event = table.Column<string>(type: "text", nullable: false),
                    RecordedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
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
