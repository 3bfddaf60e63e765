using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GazetteIssues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Documents",
                table: "published_gazette_issues",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastPage",
                table: "published_gazette_issues",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "gazette_doubts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EffectiveOn",
                table: "catalogue_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepealedOn",
                table: "catalogue_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TitleKey",
                table: "catalogue_entries",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_references",
                columns: table => new
                {
                    FromId = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 202, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                name: "gazette_digitisations",
                columns: table => new
                {
                    IssueId = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrittenRows = table.Column<int>(type: "INTEGER", nullable: false)
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
                    ItemId = table.Column<string>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssueId = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Edit = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AtUtc = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "gazette_entries",
                columns: table => new
                {
                    IssueId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: true),
                    Section = table.Column<string>(type: "TEXT", nullable: false),
                    Page = table.Column<int>(type: "INTEGER", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "gazette_finding_words",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssueId = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_finding_words", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gazette_finding_words_content_items_IssueId",
                        column: x => x.IssueId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gazette_sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssueId = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gazette_sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gazette_sources_content_items_IssueId",
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
                name: "IX_gazette_edits_IssueId_FileHash_Row",
                table: "gazette_edits",
                columns: new[] { "IssueId", "FileHash", "Row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_entries_ItemId",
                table: "gazette_entries",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_finding_words_IssueId_Key",
                table: "gazette_finding_words",
                columns: new[] { "IssueId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_sources_FileHash",
                table: "gazette_sources",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_gazette_sources_IssueId_FileHash_Part",
                table: "gazette_sources",
                columns: new[] { "IssueId", "FileHash", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gazette_sources_TextHash",
                table: "gazette_sources",
                column: "TextHash");

            ReadingBackfill.OnSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_references");

            migrationBuilder.DropTable(
                name: "gazette_digitisations");

            migrationBuilder.DropTable(
                name: "gazette_digitised_items");

            migrationBuilder.DropTable(
                name: "gazette_edits");

            migrationBuilder.DropTable(
                name: "gazette_entries");

            migrationBuilder.DropTable(
                name: "gazette_finding_words");

            migrationBuilder.DropTable(
                name: "gazette_sources");

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
                name: "Decision",
                table: "gazette_doubts");

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
