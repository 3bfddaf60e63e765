using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Livelihood.IntegrationTests")]
