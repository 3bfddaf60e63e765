using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AgencyId",
                table: "media_files",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AlternativeText",
                table: "media_files",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Finding",
                table: "media_files",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Height",
                table: "media_files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "media_files",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "media_files",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Scan",
                table: "media_files",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SmallHash",
                table: "media_files",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SmallWidth",
                table: "media_files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UploadedBy",
                table: "media_files",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "UploadedUtc",
                table: "media_files",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "Width",
                table: "media_files",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "media_texts",
                columns: table => new
                {
                    Path = table.Column<string>(type: "character varying(200)", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_texts", x => x.Path);
                    table.ForeignKey(
                        name: "FK_media_texts_media_files_Path",
                        column: x => x.Path,
                        principalTable: "media_files",
                        principalColumn: "Path",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_uses",
                columns: table => new
                {
                    MediaPath = table.Column<string>(type: "character varying(200)", nullable: false),
                    ItemId = table.Column<string>(type: "character varying(26)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_uses", x => new { x.MediaPath, x.ItemId });
                    table.ForeignKey(
                        name: "FK_media_uses_content_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "content_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_media_uses_media_files_MediaPath",
                        column: x => x.MediaPath,
                        principalTable: "media_files",
                        principalColumn: "Path",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "media_work",
                columns: table => new
                {
                    Path = table.Column<string>(type: "character varying(200)", nullable: false),
                    Task = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    DueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_work", x => new { x.Path, x.Task });
                    table.ForeignKey(
                        name: "FK_media_work_media_files_Path",
                        column: x => x.Path,
                        principalTable: "media_files",
                        principalColumn: "Path",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_media_files_AgencyId_UploadedUtc",
                table: "media_files",
                columns: new[] { "AgencyId", "UploadedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_media_files_FileHash",
                table: "media_files",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_media_files_UploadedUtc",
                table: "media_files",
                column: "UploadedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_media_uses_ItemId",
                table: "media_uses",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_media_work_Task_DueUtc",
                table: "media_work",
                columns: new[] { "Task", "DueUtc" });

            MediaKinds.Fill(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "media_texts");

            migrationBuilder.DropTable(
                name: "media_uses");

            migrationBuilder.DropTable(
                name: "media_work");

            migrationBuilder.DropIndex(
                name: "IX_media_files_AgencyId_UploadedUtc",
                table: "media_files");

            migrationBuilder.DropIndex(
                name: "IX_media_files_FileHash",
                table: "media_files");

            migrationBuilder.DropIndex(
                name: "IX_media_files_UploadedUtc",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "AgencyId",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "AlternativeText",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Finding",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Height",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Scan",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "SmallHash",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "SmallWidth",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "UploadedBy",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "UploadedUtc",
                table: "media_files");

            migrationBuilder.DropColumn(
                name: "Width",
                table: "media_files");
        }
    }
}
