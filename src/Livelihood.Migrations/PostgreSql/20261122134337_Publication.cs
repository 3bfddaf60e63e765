using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Publication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_content_items_AgencyId",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_PublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.AddColumn<List<string>>(
                name: "Authors",
                table: "content_versions",
                type: "text[]",
                nullable: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "IntendedUtc",
                table: "content_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "content_versions",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsPublished",
                table: "content_items",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ModifiedUtc",
                table: "content_items",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "Stage",
                table: "content_items",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "content_items",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FirstPublishedUtc",
                table: "catalogue_entries",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "catalogue_entries",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catalogue_tallies",
                columns: table => new
                {
                    Type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgencyId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Category = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_tallies", x => new { x.Type, x.AgencyId, x.Category, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "content_field_values",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false),
                    Scope = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Field = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    Value = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_field_values", x => new { x.ItemId, x.Scope, x.Field, x.Value });
                    table.ForeignKey(
                        name: "FK_content_field_values_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_paths",
                columns: table => new
                {
                    Path = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false),
                    UntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_paths", x => x.Path);
                    table.ForeignKey(
                        name: "FK_former_paths_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    WithdrawnUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tombstones", x => x.ItemId);
                    table.ForeignKey(
                        name: "FK_tombstones_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Event = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    From = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    To = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    AtUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    IntendedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_steps_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "scheduled_versions",
                table: "content_versions",
                column: "IntendedUtc",
                filter: "\"Stage\" = 'Scheduled'");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_AgencyId_Stage_ModifiedUtc",
                table: "content_items",
                columns: new[] { "AgencyId", "Stage", "ModifiedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ModifiedUtc",
                table: "content_items",
                column: "ModifiedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_Stage_ModifiedUtc",
                table: "content_items",
                columns: new[] { "Stage", "ModifiedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_items_Type_ModifiedUtc",
                table: "content_items",
                columns: new[] { "Type", "ModifiedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc",
                table: "catalogue_entries",
                columns: new[] { "AgencyId", "PublishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_AgencyId_Type_Date_ItemId",
                table: "catalogue_entries",
                columns: new[] { "AgencyId", "Type", "Date", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Category_Date_ItemId",
                table: "catalogue_entries",
                columns: new[] { "Category", "Date", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_PublishedUtc_ItemId",
                table: "catalogue_entries",
                columns: new[] { "PublishedUtc", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Topic_Date_ItemId",
                table: "catalogue_entries",
                columns: new[] { "Topic", "Date", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc",
                table: "catalogue_entries",
                columns: new[] { "Type", "PublishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_content_field_values_Scope_Field_Value_Date_ItemId",
                table: "content_field_values",
                columns: new[] { "Scope", "Field", "Value", "Date", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_former_paths_ItemId",
                table: "former_paths",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_steps_ItemId_AtUtc",
                table: "workflow_steps",
                columns: new[] { "ItemId", "AtUtc" });

            PublicationBackfill.OnPostgreSql(migrationBuilder);
            AppendOnly.GuardPostgreSql(migrationBuilder, "workflow_steps");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_tallies");

            migrationBuilder.DropTable(
                name: "content_field_values");

            migrationBuilder.DropTable(
                name: "former_paths");

            migrationBuilder.DropTable(
                name: "tombstones");

            migrationBuilder.DropTable(
                name: "workflow_steps");

            migrationBuilder.DropIndex(
                name: "scheduled_versions",
                table: "content_versions");

            migrationBuilder.DropIndex(
                name: "IX_content_items_AgencyId_Stage_ModifiedUtc",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_content_items_ModifiedUtc",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_content_items_Stage_ModifiedUtc",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_content_items_Type_ModifiedUtc",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_AgencyId_PublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_AgencyId_Type_Date_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Category_Date_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_PublishedUtc_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Topic_Date_ItemId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_Type_PublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "Authors",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "IntendedUtc",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "content_versions");

            migrationBuilder.DropColumn(
                name: "IsPublished",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "ModifiedUtc",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "FirstPublishedUtc",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "catalogue_entries");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_AgencyId",
                table: "content_items",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_PublishedUtc",
                table: "catalogue_entries",
                column: "PublishedUtc");
        }
    }
}
