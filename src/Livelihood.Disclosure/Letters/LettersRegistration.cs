using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Letters;

/// <summary>Registers letters.</summary>
internal static class LettersRegistration
{
    public static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<IModelPart, LetterTablePart>()
        .AddScoped<Wordings>()
        .AddScoped<RemedyTexts>()
        .AddScoped<LetterCases>()
        .AddScoped<LetterDrafts>()
        .AddScoped<LetterWriting>()
        .AddScoped<LetterMaking>()
        .AddScoped<LetterPreview>()
        .AddScoped<TemplatePreview>()
        .AddScoped<LetterReading>()
        .AddScoped<HandLetterDesk>()
        .AddSingleton<LetterFiles>()
        .AddLetterLimit()
        .AddSingleton(new ConsoleLink("公开文书模板", "/console/letters", Permissions.ManageSite, 330, "依申请公开的文书、救济途径和复议机关的文字，从哪一天起用。"));
}
