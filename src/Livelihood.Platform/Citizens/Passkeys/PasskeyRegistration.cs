using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Citizens.Passkeys;

/// <summary>Registers passkeys of citizens. Staff have none: what is registered is for citizens' accounts alone.</summary>
internal static class PasskeyRegistration
{
    public static void AddCitizenPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, PasskeyTables>();
        services.AddScoped<IUserStore<CitizenAccount>, CitizenPasskeyStore>();
        services.AddScoped<UserManager<CitizenAccount>>();
        services.AddScoped<IPasskeyHandler<CitizenAccount>, PasskeyHandler<CitizenAccount>>();
        services.AddScoped<CitizenPasskeys>();
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            // The device asks for a finger, a face or a PIN, and knows the account itself, so that no address is typed.
            (passkey.UserVerificationRequirement, passkey.ResidentKeyRequirement) = ("required", "required");
            passkey.AttestationConveyancePreference = "none";
        });
    }
}
