using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Feeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc_ItemId",
                table: "catalogue_entries",
                columns: new[] { "AgencyId", "PublishedUtc", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Category_PublishedUtc_ItemId",
                table: "catalogue_entries",
                columns: new[] { "Category", "PublishedUtc", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc_ItemId",
                table: "catalogue_entries",
                columns: new[] { "Type", "PublishedUtc", "ItemId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Category_PublishedUtc_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc_ItemId",
                table: "catalogue_entries");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc",
                table: "catalogue_entries",
                columns: new[] { "AgencyId", "PublishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc",
                table: "catalogue_entries",
                columns: new[] { "Type", "PublishedUtc" });
        }
    }
}
