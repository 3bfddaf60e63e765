namespace Livelihood.TestSupport;

/// <summary>Waits for long work, as a person does who looks at its page now and then.</summary>
public static class LongWork
{
    /// <summary>The page of the work when it has ended.</summary>
    public static async Task<PortalPage> WorkEndsAsync(this PortalVisitor visitor, string path)
    {
        for (var look = 0; look < 300; look++)
        {
            var page = await visitor.GetPageAsync(path);
            if (page.Document.QuerySelector("form[action*='Stop']") is null)
            {
                return page;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"{path} did not end within half a minute.");
    }
}
