namespace Livelihood.Content.Media;

/// <summary>A file was not taken; nothing of it was kept. The message is Chinese and says what to do.</summary>
public sealed class UploadRefusedException(string message, Exception? cause = null) : Exception(message, cause);
