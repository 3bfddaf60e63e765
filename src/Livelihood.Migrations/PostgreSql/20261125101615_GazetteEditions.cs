using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class GazetteEditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "gazette_editions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IssueId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Layout = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Message = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RequestedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeaseUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    MadeUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Sheets = table.Column<int>(type: "integer", nullable: true),
                    PdfHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PdfLength = table.Column<long>(type: "bigint", nullable: true),
                    WordHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    WordLength = table.Column<long>(type: "bigint", nullable: true),
                    ArchiveHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ArchiveLength = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_editions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gazette_editions_content_items_IssueId",
                        column: x => x.IssueId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gazette_edition_entries",
                columns: table => new
                {
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_edition_entries", x => new { x.EditionId, x.Order });
                    table.ForeignKey(
                        name: "FK_gazette_edition_entries_gazette_editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "gazette_editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_gazette_edition_entries_ItemId",
                table: "gazette_edition_entries",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_editions_ArchiveHash",
                table: "gazette_editions",
                column: "ArchiveHash");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_editions_IssueId_Key_Layout_Round",
                table: "gazette_editions",
                columns: new[] { "IssueId", "Key", "Layout", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_editions_PdfHash",
                table: "gazette_editions",
                column: "PdfHash");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_editions_WordHash",
                table: "gazette_editions",
                column: "WordHash");

            migrationBuilder.CreateIndex(
                name: "gazette_editions_to_make",
                table: "gazette_editions",
                column: "DueUtc",
                filter: "\"State\" <> 'Done' AND \"State\" <> 'Failed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gazette_edition_entries");

            migrationBuilder.DropTable(
                name: "gazette_editions");
        }
    }
}
