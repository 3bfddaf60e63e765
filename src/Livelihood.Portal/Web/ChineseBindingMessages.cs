using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Livelihood.Portal.Web;

/// <summary>What a form says where a value cannot be read.</summary>
internal static class ChineseBindingMessages
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写此项");
        messages.SetMissingKeyOrValueAccessor(() => "请填写此项");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”不是有效的值，请检查后重填");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写的值无效，请检查后重填");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”不是有效的值，请检查后重填");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”不是有效的值，请检查后重填");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的值无效，请检查后重填");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字");
    }
}
