var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();

/// <summary>The host; named so that the integration tests can start it.</summary>
public partial class Program;
