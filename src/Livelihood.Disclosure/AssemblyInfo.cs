using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Livelihood.IntegrationTests")]
[assembly: InternalsVisibleTo("Livelihood.Benchmarks")]
[assembly: InternalsVisibleTo("Livelihood.UnitTests")]
