Console.Error.WriteLine("Run by dotnet-ef; see src/Livelihood.Migrations/add.sh.");
return 2;
