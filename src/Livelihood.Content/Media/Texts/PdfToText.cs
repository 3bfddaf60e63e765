using Livelihood.Platform.Files;

namespace Livelihood.Content.Media.Texts;

/// <summary>
/// Finds poppler's <c>pdftotext</c>, which reads the text of PDF files: where <c>Portal:PdfToText</c> says, else the first
/// one on PATH. The portal runs without it and says what is missing.
/// </summary>
/// <param name="configured">The setting; empty: look on PATH.</param>
public sealed class PdfToText(string? configured)
{
    /// <summary>The full path; null where there is none.</summary>
    public string? Program { get; } = string.IsNullOrWhiteSpace(configured) ? BoundedProcess.Find("pdftotext")
        : File.Exists(configured) ? Path.GetFullPath(configured) : null;

    /// <summary>What is missing and how to get it, in Chinese; null where nothing is.</summary>
    public string? Missing => Program is not null ? null
        : string.IsNullOrWhiteSpace(configured)
            ? "服务器没有安装pdftotext，读不出PDF的文字。请系统管理员安装poppler（Debian、Ubuntu：apt-get install poppler-utils；openEuler、麒麟：dnf install poppler-utils），或者用设置Portal:PdfToText指明程序在哪里，然后重新启动门户。"
            : $"设置Portal:PdfToText指明的程序“{configured}”不存在，读不出PDF的文字。请系统管理员改正这项设置，或者安装poppler（poppler-utils）后清空它，再重新启动门户。";
}
