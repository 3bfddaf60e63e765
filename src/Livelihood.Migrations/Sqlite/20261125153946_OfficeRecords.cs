using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Livelihood.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OfficeRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "disclosure_requests",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsDecision",
                table: "disclosure_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OpenComplaints",
                table: "disclosure_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "disclosure_requests",
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WaitsUntil",
                table: "disclosure_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Protected",
                table: "disclosure_request_events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_AssignedTo_State_DueOn",
                table: "disclosure_requests",
                columns: new[] { "AssignedTo", "State", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_disclosure_requests_AssignedTo_State_DueOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "AwaitsDecision",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "OpenComplaints",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "WaitsUntil",
                table: "disclosure_requests");

            migrationBuilder.DropColumn(
                name: "Protected",
                table: "disclosure_request_events");
        }
    }
}
