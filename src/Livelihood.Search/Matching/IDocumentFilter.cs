namespace Livelihood.Search.Matching;

/// <summary>Lets documents through or not.</summary>
internal interface IDocumentFilter
{
    /// <summary>A bit for each of sixty-four documents that is let through.</summary>
    /// <param name="word">Which: the lowest bit stands for the document of number 64 × word.</param>
    ulong Among(int word);

    /// <summary>Whether there is such a document and it is let through.</summary>
    bool Has(int id);
}
