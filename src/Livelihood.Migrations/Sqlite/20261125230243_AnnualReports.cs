using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnnualReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ArrivedOn",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "FeeNoticedOn",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FeePaidOn",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FeeYuan",
                table: "disclosure_requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "disclosure_annual_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Typed = table.Column<string>(type: "TEXT", nullable: false),
                    SourceOfTwo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SourceOfFour = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Overview = table.Column<string>(type: "TEXT", nullable: false),
                    Problems = table.Column<string>(type: "TEXT", nullable: false),
                    Other = table.Column<string>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_annual_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_annual_reports_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_annual_report_drafts",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    Typed = table.Column<string>(type: "TEXT", nullable: false),
                    CarriedOut = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_annual_report_drafts", x => new { x.ReportId, x.Version });
                    table.ForeignKey(
                        name: "FK_disclosure_annual_report_drafts_disclosure_annual_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "disclosure_annual_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_EndedOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AgencyId_ReceivedOn",
                table: "disclosure_requests",
                columns: new[] { "AgencyId", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_annual_reports_AgencyId_Year",
                table: "disclosure_annual_reports",
                columns: new[] { "AgencyId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_annual_reports_ItemId",
                table: "disclosure_annual_reports",
                column: "ItemId",
                unique: true);

            AppendOnly.GuardSqlite(migrationBuilder, "disclosure_annual_report_drafts");
            RegisterBackfill.OnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_annual_report_drafts");

            migrationBuilder.DropTable(
                name: "disclosure_annual_reports");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_EndedOn",
                table: "disclosure_requests");

            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AgencyId_ReceivedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "ArrivedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "FeeNoticedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "FeePaidOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "FeeYuan",
                table: "disclosure_requests");
        }
    }
}
