using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Reading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Documents",
                table: "published_gazette_issues",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastPage",
                table: "published_gazette_issues",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EffectiveOn",
                table: "catalogue_entries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepealedOn",
                table: "catalogue_entries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TitleKey",
                table: "catalogue_entries",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_references",
                columns: table => new
                {
                    FromId = table.Column<string>(type: "character varying(26)", nullable: false),
                    Key = table.Column<string>(type: "character varying(202)", maxLength: 202, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_references", x => new { x.FromId, x.Key });
                    table.ForeignKey(
                        name: "FK_content_references_content_items_FromId",
                        column: x => x.FromId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gazette_entries",
                columns: table => new
                {
                    IssueId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    Section = table.Column<string>(type: "text", nullable: false),
                    Page = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_entries", x => new { x.IssueId, x.Order });
                    table.ForeignKey(
                        name: "FK_gazette_entries_content_items_IssueId",
                        column: x => x.IssueId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_published_gazette_issues_TotalNumber",
                table: "published_gazette_issues",
                column: "TotalNumber");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_TitleKey",
                table: "catalogue_entries",
                column: "TitleKey");

            migrationBuilder.CreateIndex(
                name: "IX_content_references_Key_Date_FromId",
                table: "content_references",
                columns: new[] { "Key", "Date", "FromId" });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_entries_ItemId",
                table: "gazette_entries",
                column: "ItemId");

            ReadingBackfill.OnPostgreSql(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_references");

            migrationBuilder.DropTable(
                name: "gazette_entries");

            migrationBuilder.DropIndex(
                name: "IX_published_gazette_issues_TotalNumber",
                table: "published_gazette_issues");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_TitleKey",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "Documents",
                table: "published_gazette_issues");

            migrationBuilder.DropColumn(
                name: "LastPage",
                table: "published_gazette_issues");

            migrationBuilder.DropColumn(
                name: "EffectiveOn",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "RepealedOn",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "TitleKey",
                table: "catalogue_entries");
        }
    }
}
