using Livelihood.Commitments.Data;
using Livelihood.Commitments.Domain;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using DomainCommitment = Livelihood.Commitments.Domain.Commitment;

namespace Livelihood.Commitments.Pages.Commitments;

/// <summary>One commitment: its tasks, targets, agencies and everything reported, corrections included.</summary>
public sealed class CommitmentModel(Programmes programmes, IAgencyDirectory agencies) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public DomainCommitment Commitment { get; private set; } = null!;

    public DomainCommitment? Previous { get; private set; }

    public DomainCommitment? Next { get; private set; }

    private IReadOnlyList<Agency> _agencies = [];

    public string NameOf(string agencyId) => _agencies.FirstOrDefault(a => a.Id == agencyId)?.ShortName ?? agencyId;

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        var programme = await programmes.OfAsync(year, cancellation);
        if (programme?.Commitments.Find(c => c.Number == number) is not { } commitment)
        {
            return NotFound();
        }

        (Programme, Commitment) = (programme, commitment);
        (Previous, Next) = (programme.Commitments.Find(c => c.Number == number - 1), programme.Commitments.Find(c => c.Number == number + 1));
        _agencies = await agencies.AllAsync(cancellation);
        return Page();
    }
}
