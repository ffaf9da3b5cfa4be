using System.Globalization;
using System.Net;

namespace Conformance.Engine.Configuration;

/// <summary>What the environment says about proxies, as curl and others read it: lowercase names go before uppercase ones.</summary>
/// <param name="environment">Reads environment variables.</param>
internal sealed class ProxyEnvironment(Func<string, string?> environment)
{
    /// <summary>The variable that names a proxy for this target, and what it says; null where none does.</summary>
    public (string Variable, string Text)? For(Uri target) => First($"{target.Scheme}_proxy") ?? First("all_proxy");

    /// <summary>The variable that exempts this target from proxies; null where none does.</summary>
    public string? Exempting(Uri target) =>
        First("no_proxy") is var (variable, text)
        && text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(entry => Covers(entry, target))
            ? variable
            : null;

    private (string Variable, string Text)? First(string name)
    {
        foreach (var variable in (ReadOnlySpan<string>)[name, name.ToUpperInvariant()])
            if (environment(variable)?.Trim() is { Length: > 0 } text)
                return (variable, text);
        return null;
    }

    /// <summary>An entry is *, a name and all below it, an address or a network of addresses; a name or address may have a port.</summary>
    private static bool Covers(string entry, Uri target)
    {
        if (entry == "*")
            return true;
        var host = target.IdnHost;
        if (IPNetwork.TryParse(entry, out var network))
            return IPAddress.TryParse(host, out var address) && network.Contains(address);
        var (name, port) = Split(entry);
        if (port is { } only && only != target.Port)
            return false;
        if (IPAddress.TryParse(name, out var one))
            return IPAddress.TryParse(host, out var address) && one.Equals(address);
        name = name.TrimStart('.');
        return name.Length > 0
            && (
                host.Equals(name, StringComparison.OrdinalIgnoreCase)
                || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)
            );
    }

    private static (string Name, int? Port) Split(string entry)
    {
        var colon = entry.LastIndexOf(':');
        var isPort =
            colon > entry.LastIndexOf(']')
            && entry.AsSpan(0, Math.Max(colon, 0)).IndexOf(':') is var other
            && (other < 0 || entry[0] == '[');
        var port = 0;
        var hasPort =
            isPort && int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port);
        var name = hasPort ? entry[..colon] : entry;
        return (name.Trim('[', ']'), hasPort ? port : null);
    }
}
