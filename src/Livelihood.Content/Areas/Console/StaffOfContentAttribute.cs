using Livelihood.Content.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Livelihood.Content.Areas.Console;

/// <summary>Opens a page to staff who write, review or publish content, and to nobody else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffOfContentAttribute : Attribute, IAuthorizationFilter
{
    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!ContentAccess.IsStaff(context.HttpContext.User))
        {
            context.Result = new ForbidResult();
        }
    }
}
