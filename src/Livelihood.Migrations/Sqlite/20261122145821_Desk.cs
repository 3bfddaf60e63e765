using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_autosaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    BaseRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    Typed = table.Column<string>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_autosaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_content_autosaves_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    KeptUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_kept_posts_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "preview_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    MadeUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preview_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_preview_links_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_preview_links_content_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "content_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_autosaves_AccountId_FormKey",
                table: "content_autosaves",
                columns: new[] { "AccountId", "FormKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_autosaves_SavedUtc",
                table: "content_autosaves",
                column: "SavedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_kept_posts_AccountId_KeptUtc",
                table: "kept_posts",
                columns: new[] { "AccountId", "KeptUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_posts_KeptUtc",
                table: "kept_posts",
                column: "KeptUtc");

            migrationBuilder.CreateIndex(
                name: "IX_preview_links_ItemId_MadeUtc",
                table: "preview_links",
                columns: new[] { "ItemId", "MadeUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_preview_links_TokenHash",
                table: "preview_links",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_preview_links_VersionId",
                table: "preview_links",
                column: "VersionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_autosaves");

            migrationBuilder.DropTable(
                name: "kept_posts");

            migrationBuilder.DropTable(
                name: "preview_links");
        }
    }
}
