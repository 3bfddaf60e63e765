using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OfficeNewsAndAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RequesterActedOn",
                table: "disclosure_requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceOfLast",
                table: "disclosure_annual_reports",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Counted",
                table: "disclosure_annual_report_drafts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "disclosure_answered_challenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Filing = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AnsweredUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_answered_challenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_published_answers",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    IsAnswer = table.Column<bool>(type: "boolean", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_published_answers", x => new { x.Day, x.ItemId, x.IsAnswer });
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ended_late",
                table: "disclosure_requests",
                columns: new[] { "EndedOn", "Number" },
                filter: "\"EndedOn\" > \"DueOn\"");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_ended_late_of_agency",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "EndedOn", "Number" },
                filter: "\"EndedOn\" > \"DueOn\"");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_news",
                table: "disclosure_requests",
                columns: new[] { "Standing", "DueOn", "SubmittedUtc", "Number" },
                filter: "\"RequesterActedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_news_of_agency",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "Standing", "DueOn", "SubmittedUtc", "Number" },
                filter: "\"RequesterActedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_answered_challenges_AnsweredUtc",
                table: "disclosure_answered_challenges",
                column: "AnsweredUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_answered_challenges");

            migrationBuilder.DropTable(
                name: "disclosure_published_answers");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ended_late",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_ended_late_of_agency",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_news",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_news_of_agency",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "RequesterActedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "SourceOfLast",
                table: "disclosure_annual_reports");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "disclosure_annual_report_drafts");
        }
    }
}
