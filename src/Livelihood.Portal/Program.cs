using Livelihood.Portal.Commands;

return await PortalCommandLine.RunAsync(args);

/// <summary>The host; named so that tests can start it.</summary>
public sealed partial class Program;
