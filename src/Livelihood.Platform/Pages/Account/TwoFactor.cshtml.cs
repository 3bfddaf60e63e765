using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Livelihood.Platform.Pages.Account;

/// <summary>Staff set up their one-time password (TOTP, RFC 6238) and get ten recovery codes.</summary>
[Authorize]
public sealed class TwoFactorModel(
    UserManager<Accounts.Account> accounts, SignInManager<Accounts.Account> signIn, IAuditTrail audit,
    IOptions<StaffSignInOptions> options) : PageModel
{
    private const int RecoveryCodeCount = 10;
    private const string Issuer = "政府信息公开门户";

    [BindProperty]
    [Required(ErrorMessage = "请填写应用里显示的6位数字")]
    [RegularExpression(@"\s*\d{3}\s*\d{3}\s*", ErrorMessage = "验证码是6位数字")]
    public string Code { get; set; } = "";

    public bool IsEnabled { get; private set; }

    public bool IsRequired => options.Value.RequireTwoFactor;

    /// <summary>The key in groups of four, for typing in; null once set up.</summary>
    public string? Key { get; private set; }

    /// <summary>Shown once, right after setting up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var account = await accounts.GetUserAsync(User);
        return account is null ? Challenge() : await ShowAsync(account);
    }

    /// <summary>The key as a QR code: an SVG file, since the page may hold no data of its own.</summary>
    public async Task<IActionResult> OnGetQrAsync()
    {
        if (await accounts.GetUserAsync(User) is not { TwoFactorEnabled: false } account)
        {
            return NotFound();
        }

        var key = await KeyOfAsync(account);
        var name = UrlEncoder.Default.Encode($"{Issuer}:{account.UserName}");
        var address = $"otpauth://totp/{name}?secret={key}&issuer={UrlEncoder.Default.Encode(Issuer)}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(picture.GetGraphic(6), "image/svg+xml");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await accounts.GetUserAsync(User);
        if (account is null)
        {
            return Challenge();
        }

        var provider = accounts.Options.Tokens.AuthenticatorTokenProvider;
        if (ModelState.IsValid && !await accounts.VerifyTwoFactorTokenAsync(account, provider, Code.Replace(" ", "")))
        {
            ModelState.AddModelError(nameof(Code), "验证码不正确。请确认手机时间准确，再输入当前显示的6位数字。");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(account);
        }

        audit.Record("account.two-factor-set-up", nameof(Accounts.Account), account.Id.ToString());
        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        RecoveryCodes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount) ?? []];
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new("amr", "mfa")]);
        IsEnabled = true;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(Accounts.Account account)
    {
        IsEnabled = account.TwoFactorEnabled;
        if (!IsEnabled)
        {
            Key = string.Join(' ', (await KeyOfAsync(account)).Chunk(4).Select(c => new string(c)));
        }

        return Page();
    }

    private async Task<string> KeyOfAsync(Accounts.Account account)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key)
        {
            return key;
        }

        await accounts.ResetAuthenticatorKeyAsync(account);
        return await accounts.GetAuthenticatorKeyAsync(account) ?? "";
    }
}
