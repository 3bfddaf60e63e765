using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen sets up a password and the second factor, both or none, or takes them away.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class SecurityModel(CitizenPasswords passwords, CitizenSecrets secrets) : CitizenPage
{
    private const string Issuer = "政府信息公开门户";

    private string _key = "";

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The new key, for this account, until the form is sent: nothing is stored by looking at the page.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    /// <summary>Shown once, right after setting up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The key in groups of four, for typing in.</summary>
    public string Key => string.Join(' ', Totp.Text(Convert.FromBase64String(_key)).Chunk(4).Select(c => new string(c)));

    /// <summary>The key as a QR code.</summary>
    public string Picture
    {
        get
        {
            var name = UrlEncoder.Default.Encode(Issuer);
            var address = $"otpauth://totp/{name}?secret={Totp.Text(Convert.FromBase64String(_key))}&issuer={name}&digits=6";
            using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
            using var picture = new SvgQRCode(data);
            return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(6)));
        }
    }

    protected override bool AsksForFreshSignIn => true;

    // The key, sealed as the form holds it: the person has taken it into an app already.
    protected override string? KeptOverSignIn
    {
        get => Sealed;
        set => Sealed = value;
    }

    private string Prefix => $"totp:{Citizen.Id}:";

    public void OnGet()
    {
        if (!ReadKey())
        {
            Begin(Convert.ToBase64String(Totp.NewKey()));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Citizen.HasSecondFactor || Citizen.AddressHash is null || !ReadKey())
        {
            return RedirectToPage();
        }

        if (CitizenPassword.ProblemOf(Secret) is { } problem)
        {
            ModelState.AddModelError(nameof(Secret), problem);
        }

        if (SignInCode.Read(Code) is not { } digits)
        {
            ModelState.AddModelError(nameof(Code), "请填写应用显示的6位数字");
        }
        else if (ModelState.IsValid)
        {
            if (await passwords.SetAsync(HttpContext, Citizen.Id, Secret!, _key, digits, cancellation) is { } codes)
            {
                RecoveryCodes = codes;
                return Page();
            }

            ModelState.AddModelError(nameof(Code), "动态验证码不正确。请确认手机时间准确，再填写现在显示的6位数字");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellation)
    {
        if (await passwords.ClearAsync(HttpContext, Citizen.Id, Code, cancellation))
        {
            TempData["Notice"] = "密码和动态验证码已经取消，以后用邮箱验证码登录。";
            return RedirectToPage("/Citizen/Settings");
        }

        ModelState.AddModelError(nameof(Code), "动态验证码不正确，或者已经用过。请等应用显示下一个再填；连续输错5次的，要等15分钟");
        return Page();
    }

    private void Begin(string key) => (_key, Sealed) = (key, secrets.Protect(Prefix + key));

    private bool ReadKey()
    {
        try
        {
            var open = secrets.Unprotect(Sealed ?? "");
            _key = open.StartsWith(Prefix, StringComparison.Ordinal) ? open[Prefix.Length..] : "";
            return _key.Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
