using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Livelihood.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_documents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemId = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgencyId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    IsInForce = table.Column<bool>(type: "boolean", nullable: false),
                    NumberCode = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    NumberYear = table.Column<int>(type: "integer", nullable: true),
                    NumberSerial = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    DocumentId = table.Column<long>(type: "bigint", nullable: false),
                    Terms = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    TitleTerms = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_terms", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_search_terms_search_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "search_documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_texts",
                columns: table => new
                {
                    DocumentId = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Headings = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Sections = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_texts", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_search_texts_search_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "search_documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_documents_Date_Id",
                table: "search_documents",
                columns: new[] { "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_search_documents_ItemId",
                table: "search_documents",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_documents_NumberSerial_NumberYear_NumberCode",
                table: "search_documents",
                columns: new[] { "NumberSerial", "NumberYear", "NumberCode" });

            migrationBuilder.CreateIndex(
                name: "IX_search_terms_Terms",
                table: "search_terms",
                column: "Terms")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_search_terms_TitleTerms",
                table: "search_terms",
                column: "TitleTerms")
                .Annotation("Npgsql:IndexMethod", "gin");

            TermTables.StoreUncompressed(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_terms");

            migrationBuilder.DropTable(
                name: "search_texts");

            migrationBuilder.DropTable(
                name: "search_documents");
        }
    }
}
