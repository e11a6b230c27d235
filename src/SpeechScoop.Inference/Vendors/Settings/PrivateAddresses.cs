using System.Net;
using System.Net.Sockets;

namespace SpeechScoop.Inference.Vendors.Settings;

/// <summary>Which addresses are this machine's or a private network's.</summary>
internal static class PrivateAddresses
{
    /// <summary>Whether a base URL names such an address outright, or localhost.</summary>
    public static bool IsPrivateHost(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IsPrivate(address));

    /// <summary>Loopback, private use, link-local, shared, unspecified, multicast and other addresses that are not of the public internet.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)
                || (bytes is [0x00, 0x64, 0xff, 0x9b, ..] && IsPrivate(new IPAddress(bytes.AsSpan(12))));
        return bytes[0] switch
        {
            0 or 10 or 127 or >= 224 => true,
            100 => bytes[1] is >= 64 and < 128,
            169 => bytes[1] is 254,
            172 => bytes[1] is >= 16 and < 32,
            192 => bytes[1] is 168 || (bytes[1] is 0 && bytes[2] is 0),
            198 => bytes[1] is 18 or 19,
            _ => false,
        };
    }
}
