namespace Livelihood.Search.Querying;

/// <summary>What an address calls the orders.</summary>
public static class SearchOrders
{
    public const string Newest = "newest";
    public const string Number = "number";

    /// <summary>The order of a name; the best first for any other.</summary>
    public static SearchOrder Of(string? name) => name switch
    {
        Newest => SearchOrder.Newest,
        Number => SearchOrder.Number,
        _ => SearchOrder.Relevance,
    };

    /// <summary>The name where there is such an order, else null.</summary>
    public static string? Known(string? name) => name is Newest or Number ? name : null;
}
