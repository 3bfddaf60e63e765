using Livelihood.Content.Areas.Console.Pages.Content;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing.FieldEditors;
using Livelihood.Content.Editing.Listing;
using Livelihood.Content.Editing.PartEditors;
using Livelihood.Content.Editing.Picking;
using Livelihood.Content.Validation;
using Livelihood.Content.Validation.Rules;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Work;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Editing;

/// <summary>Registers the editing form and the validation.</summary>
public static class EditorRegistration
{
    /// <summary>Makes an editor known. Its view is <c>Areas/Console/Pages/Shared/Editors/{Name}.cshtml</c>.</summary>
    public static IServiceCollection AddEditor<T>(this IServiceCollection services)
        where T : class, IEditor => services.AddScoped<IEditor, T>();

    internal static void AddItemForms(this IServiceCollection services)
    {
        services.AddScoped<ItemForms>();
        services.AddScoped<ItemPicker>();
        services.AddScoped<ItemSubmission>();
        services.AddScoped<FieldWords>();
        services.AddScoped<ItemList>();
        services.AddScoped<ListFields>();
        services.AddSingleton<BulkSteps>();
        services.AddWork<BulkStepWork>();
        services.AddSingleton(new ConsoleLink("内容", "/console/content", Permissions.EditContent, 50, "撰写、查找本机关的内容，送审查。"));
        services.AddSingleton(new ConsoleLink("内容", "/console/content", Permissions.ReviewContent, 50, "审查等待公开的内容。"));
        services.AddSingleton(new ConsoleLink("内容", "/console/content", Permissions.PublishContent, 50, "批准、发布和撤下内容。"));
        services.AddScoped<ItemImport>();
        services.AddEditor<TextFieldEditor>();
        services.AddEditor<MarkdownFieldEditor>();
        services.AddEditor<DateFieldEditor>();
        services.AddEditor<NumericFieldEditor>();
        services.AddEditor<BooleanFieldEditor>();
        services.AddEditor<TaxonomyFieldEditor>();
        services.AddEditor<ContentPickerFieldEditor>();
        services.AddEditor<LinkFieldEditor>();
        services.AddEditor<MediaFieldEditor>();
        services.AddEditor<TitlePartEditor>();
        services.AddEditor<AutoroutePartEditor>();
        services.AddEditor<MarkdownBodyPartEditor>();
        services.AddEditor<OfficialDocumentPartEditor>();
        services.AddEditor<DisclosureRecordPartEditor>();
        services.AddEditor<FilesPartEditor>();
        services.AddEditor<PublishLaterPartEditor>();
        services.AddEditor<RelationsPartEditor>();
    }

    internal static void AddValidation(this IServiceCollection services)
    {
        services.AddScoped<ItemValidation>();
        services.AddSingleton<PortalAddresses>();
        services.AddScoped<IPublicationCheck, CompletenessCheck>();
        services.AddScoped<IPartRule, TitleRule>();
        services.AddScoped<IPartRule, AddressRule>();
        services.AddScoped<IPartRule, OfficialDocumentRule>();
        services.AddScoped<IPartRule, NumberIsOwnRule>();
        services.AddScoped<IPartRule, DisclosureRecordRule>();
        services.AddScoped<IPartRule, BodyRule>();
        services.AddScoped<IPartRule, RelationsRule>();
        services.AddScoped<IFieldRule, TermsExistRule>();
        services.AddScoped<IFieldRule, ItemsExistRule>();
    }
}
