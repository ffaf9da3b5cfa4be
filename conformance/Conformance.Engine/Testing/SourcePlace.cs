using System.Globalization;

namespace Conformance.Engine.Testing;

/// <summary>Where in the sources of the kit something stands.</summary>
internal static class SourcePlace
{
    private const string Top = "/conformance/";

    /// <summary>The path from the top of the repository, and the line: <c>conformance/Conformance.Engine/Rules/LengthRules.cs:9</c>.</summary>
    /// <param name="file">Path of the file as the compiler knows it.</param>
    /// <param name="line">Line, from 1.</param>
    public static string Of(string file, int line)
    {
        var path = file.Replace('\\', '/');
        var top = path.IndexOf(Top + "Conformance.", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{(top < 0 ? path : path[(top + 1)..])}:{line}");
    }

    /// <summary>The same, with the class whose code it is: a list names many that stand elsewhere.</summary>
    public static string Of(string file, int line, Delegate test) => $"{Of(file, line)} ({Of(test)})";

    /// <summary>The class whose code it is.</summary>
    public static string Of(Delegate test)
    {
        var type = test.Method.DeclaringType;
        // What the compiler makes of a lambda stands inside of the class that it is written in.
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
            type = outer;
        return type?.FullName ?? test.Method.Name;
    }
}
