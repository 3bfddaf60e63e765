using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class GazetteWorkbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "gazette_doubts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gazette_digitisations",
                columns: table => new
                {
                    IssueId = table.Column<string>(type: "character varying(26)", nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenRows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_digitisations", x => new { x.IssueId, x.FileHash });
                    table.ForeignKey(
                        name: "FK_gazette_digitisations_content_items_IssueId",
                        column: x => x.IssueId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gazette_digitised_items",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_digitised_items", x => x.ItemId);
                    table.ForeignKey(
                        name: "FK_gazette_digitised_items_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gazette_edits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IssueId = table.Column<string>(type: "character varying(26)", nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Edit = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_edits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gazette_edits_content_items_IssueId",
                        column: x => x.IssueId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_edits_IssueId_FileHash_Row",
                table: "gazette_edits",
                columns: new[] { "IssueId", "FileHash", "Row" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_digitisations");

            migrationBuilder.DropTable(
                name: "gazette_digitised_items");

            migrationBuilder.DropTable(
                name: "gazette_edits");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "gazette_doubts");
        }
    }
}
