using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Conformance.Reports.Formats.Html;

/// <summary>Style and script of the page, and the policy that lets a browser take these and nothing else.</summary>
internal static class PageParts
{
    private static readonly string StyleText = Resource.Text("report.css");
    private static readonly string ScriptText = Resource.Text("report.js");

    public static MarkupString Style { get; } = new($"<style>{StyleText}</style>");

    public static MarkupString Script { get; } = new($"<script>{ScriptText}</script>");

    /// <summary>By their digests: a script that got in past the escaping would still not run, and nothing can be loaded.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src {Digest(StyleText)}; script-src {Digest(ScriptText)}; img-src data:; "
        + "base-uri 'none'; form-action 'none'";

    private static string Digest(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
