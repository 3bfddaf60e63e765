using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Livelihood.UnitTests")]
[assembly: InternalsVisibleTo("Livelihood.IntegrationTests")]
[assembly: InternalsVisibleTo("Livelihood.BrowserTests")]
[assembly: InternalsVisibleTo("Livelihood.Benchmarks")]
