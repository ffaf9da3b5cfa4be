using System.Security;

namespace Conformance.Reports.Writing;

/// <summary>What a file system says when it does not take a file.</summary>
internal static class WriteTrouble
{
    /// <summary>Whether the file system or the path is at fault.</summary>
    public static bool Is(Exception e) =>
        e
            is IOException
                or UnauthorizedAccessException
                or SecurityException
                or ArgumentException
                or NotSupportedException;

    /// <summary>A few words, without the name of a temporary file or of a parameter, which say nothing to anybody.</summary>
    public static string InWords(Exception e) =>
        e is UnauthorizedAccessException
            ? "permission denied"
            : e.Message.Split(" : '")[0].Split(" (Parameter")[0].TrimEnd('.');
}
